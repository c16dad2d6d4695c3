package org.openpriorauth.tracking;

/** Where other systems hear what happened. */
public interface EventTopic {
  /**
   * @return whether the broker took it; if not, it is sent again later
   */
  boolean announce(TimelineService.Line line, java.util.UUID clinic);
}
