package org.openpriorauth.kernel;

import jakarta.enterprise.util.Nonbinding;
import jakarta.interceptor.InterceptorBinding;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The permission that a service method asks of its {@link Caller}. The interceptor behind it checks
 * the permission, sets the clinic for the database inside the method's transaction and records a
 * refusal. A public service method without it does not pass the architecture test.
 */
@Documented
@InterceptorBinding
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.TYPE})
public @interface Requires {
  /** The permission, e.g. {@code pa:submit}; {@link #NOTHING} for the doors to a session. */
  @Nonbinding
  String value() default "";

  /** False only for methods that touch no clinic's rows: sign-in and the queue's housekeeping. */
  @Nonbinding
  boolean clinic() default true;

  /** Open to anyone. Only where someone proves who they are, such as sign-in. */
  String NOTHING = "";

  /**
   * Before a permission that the role has and that waits for the person's training: with it the
   * refusal can say so.
   */
  String UNTRAINED = "untrained:";

  /** One's own sessions, password and second factor: whoever is signed in. */
  String OWN_ACCOUNT = "account:own";

  /**
   * No permission but the lack of all: the role asks for a second factor that is not there yet, and
   * setting it up is all that the session is for.
   */
  String ENROL = "account:enrol";

  /**
   * Before the id of the emergency access that is open in the session: no permission, but what has
   * each line of the audit trail name it.
   */
  String IN_EMERGENCY = "in-emergency:";
}
