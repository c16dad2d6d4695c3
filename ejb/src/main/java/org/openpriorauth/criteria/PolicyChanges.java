package org.openpriorauth.criteria;

import java.util.List;
import java.util.UUID;
import org.openpriorauth.priorauth.model.PriorAuthState;

/**
 * What a version of a pack changes, and whom it touches.
 *
 * @param from the earlier version, or null for none
 * @param to the later version
 * @param touched how many undecided cases were judged under an earlier version and are of the later
 *     one's scope
 * @param cases the oldest of them; empty for who may not see requests
 */
public record PolicyChanges(
    String from, String to, PolicyDiff diff, int touched, List<TouchedCase> cases) {
  /**
   * @param version under which it was judged
   * @param judgedAgain whether it will be judged by the later version; what was sent stays as it
   *     was judged
   */
  public record TouchedCase(
      UUID id, String paNumber, PriorAuthState state, String version, boolean judgedAgain) {}
}
