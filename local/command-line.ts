import { type ParseArgsOptionsConfig, parseArgs } from 'node:util';

/** Where a local platform keeps its data. `CAREWAY_DATA` names another place; an empty one names none. */
export const dataFolder = (): string => process.env['CAREWAY_DATA'] || '.careway/data';

/**
 * The options of a command, as they were given. `--help` prints how it is used and ends it with 0; what it does not know is refused with a
 * sentence and ends it with 2.
 *
 * @param usage how it is used, for whoever asks and whoever got it wrong
 */
export const commandLine = <Options extends ParseArgsOptionsConfig>(usage: string, options: Options) => {
  try {
    const { values } = parseArgs({ options: { ...options, help: { type: 'boolean', short: 'h' } } });
    if (!('help' in values) || values['help'] !== true) return values;
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    // Node's own words name the option first, and say how to write another thing after it.
    console.error(`${error.message.split('. ')[0]}.\n\n${usage}`);
    return process.exit(2);
  }
  console.log(usage);
  return process.exit(0);
};
