import type { ExecutionView } from '../stepfunctions/types.ts';

export const startPage = (_: { now: string; next: string | null; councils: readonly string[]; executions: readonly ExecutionView[]; mail: number }): string => '<h1>Careway</h1>';
export const executionsPage = (_: readonly ExecutionView[]): string => '<h1>Executions</h1>';
export const executionPage = (_: ExecutionView, __: string): string => '<h1>Execution</h1>';
