package org.openpriorauth.calibration;

/**
 * How certain a value is, with what the claim rests on. It is stored with the value: a later
 * calibration does not change what was known then.
 *
 * @param confidence of a hundred values with this certainty, a hundred times this many are right
 * @param calibration its id
 * @param n how many looked-at values of such fields it was made from
 * @param ece by how much it erred on values that had no part in it, 0 to 1
 */
public record Certainty(double confidence, String calibration, int n, double ece) {}
