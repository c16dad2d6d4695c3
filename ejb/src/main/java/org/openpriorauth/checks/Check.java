package org.openpriorauth.checks;

import org.openpriorauth.kernel.Caller;

/**
 * Looks at one thing and judges it. Found by CDI, called on a thread of its own without a
 * transaction; one that does not come back in time is taken for failed, and is not begun again
 * before it came back.
 */
public interface Check {
  Topic topic();

  /**
   * @param caller who may do nothing but what the topic needs; without a clinic where the topic is
   *     the installation's
   */
  Finding look(Caller caller);
}
