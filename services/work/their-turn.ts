import { newsOfOpened } from '../../domain/journey/news.ts';
import { recordId } from '../../domain/journey/work-outcome.ts';
import type { Signal } from '../../schemas/signal.ts';
import type { Task } from '../../schemas/task.ts';

/** The news for whoever gets updates on the case, where work that has just been opened makes it their turn. */
export const itsTheirTurn = (task: Task): Signal[] => {
  const template = newsOfOpened(task.kind);
  const step = `${recordId(task).replaceAll('.', '-')}-open`;
  const { council, reference, openedAt: at } = task;
  return template ? [{ council, reference, at, id: `tell-${step}`, kind: 'tell-person', step, template }] : [];
};
