package org.openpriorauth.operations.jms;

/**
 * Names of what the server scripts create; portable, because both servers resolve them as they
 * stand. A kind of work item has its queue of the same name.
 */
public final class Queues {
  public static final String CONNECTION_FACTORY = "jms/openpriorauth";

  /** JNDI name of the queue for {@code extraction} items. */
  public static final String EXTRACTION = "jms/Extraction";

  /** JNDI name of the queue for {@code notification} items. */
  public static final String NOTIFICATION = "jms/Notification";

  /** JNDI name of the queue for {@code packet} items. */
  public static final String PACKET = "jms/Packet";

  /** JNDI name of the queue for {@code submission} items. */
  public static final String SUBMISSION = "jms/Submission";

  /** JNDI name of the queue for {@code inquiry} items. */
  public static final String INQUIRY = "jms/Inquiry";

  /** JNDI name of the queue for {@code answer} items. */
  public static final String ANSWER = "jms/Answer";

  /** JNDI name of the queue for {@code mail} items. */
  public static final String MAIL = "jms/Mail";

  /** JNDI name of the queue for {@code passages} items. */
  public static final String PASSAGES = "jms/Passages";

  /** JNDI name of the topic on which other systems hear what happened. */
  public static final String EVENTS = "jms/PriorAuthEvents";

  private Queues() {}

  /** JNDI name of the queue whose listeners do this kind of work. */
  static String of(String kind) {
    return "jms/" + Character.toUpperCase(kind.charAt(0)) + kind.substring(1);
  }
}
