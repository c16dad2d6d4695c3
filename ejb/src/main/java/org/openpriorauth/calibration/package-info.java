/**
 * What the scores of the reading are worth: from values that somebody looked at, how often such a
 * value is right, field by field, with the number of values and the error of the claim.
 */
package org.openpriorauth.calibration;
