/** The name of the one table on one machine. */
export const localTable = 'careway';
