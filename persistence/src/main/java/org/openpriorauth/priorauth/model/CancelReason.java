package org.openpriorauth.priorauth.model;

/**
 * Why a request ended before the payer decided. Words of a list and no free text: they stand in the
 * timeline and the audit trail, where nothing of a patient may be, and can be counted.
 */
public enum CancelReason {
  /** The patient got better, or the plan of care changed. */
  NOT_NEEDED,
  /** The patient does not want it. */
  DECLINED,
  ORDERED_IN_ERROR,
  /** The same is asked for by another request. */
  DUPLICATE,
  /** Another payer covers it now, or none. */
  COVERAGE_CHANGED,
  OTHER
}
