import type { Fault } from '../fault.ts';

/** What a fault says apart from the object that it is about. */
export type FaultText = Pick<Fault, 'id' | 'where' | 'message' | 'reference' | 'action'> &
  Partial<Pick<Fault, 'expected' | 'actual'>>;
