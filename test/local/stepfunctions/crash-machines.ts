import { aHumanTask, aMachine, aTask } from './a-runner.ts';

const block = (States: Record<string, unknown>) => ({ StartAt: Object.keys(States)[0], States });
const Ask = (more = {}) => aHumanTask({ Assign: { answer: '{% $states.result %}' }, ...more });

/** Machines that stand in the middle of something; every one must end the same after a restart. */
export const crashMachines = {
  wait: aMachine({
    Keep: { Type: 'Pass', Assign: { kept: 'before' }, Next: 'Wait' },
    Wait: { Type: 'Wait', Seconds: 600, Next: 'End' },
    End: { Type: 'Pass', Output: '{% $kept %}', End: true },
  }),
  token: aMachine({
    Ask: Ask({ TimeoutSeconds: 3600, Next: 'End' }),
    End: { Type: 'Pass', Output: '{% $answer %}', End: true },
  }),
  both: aMachine({
    People: {
      Type: 'Parallel',
      Branches: [block({ A: Ask({ End: true }) }), block({ B: Ask({ End: true }) })],
      End: true,
    },
  }),
  each: aMachine({
    Items: {
      Type: 'Map',
      MaxConcurrency: 1,
      ItemProcessor: block({ Pause: { Type: 'Wait', Seconds: 60, Output: '{% $states.input * 2 %}', End: true } }),
      End: true,
    },
  }),
  retry: aMachine({
    Try: aTask('flaky', {
      Retry: [{ ErrorEquals: ['Busy'], IntervalSeconds: 300, MaxAttempts: 1 }],
      Output: '{% $states.result.Payload %}',
      End: true,
    }),
  }),
  call: aMachine({ Call: aTask('hangs', { Output: '{% $states.result.Payload %}', End: true }) }),
};
