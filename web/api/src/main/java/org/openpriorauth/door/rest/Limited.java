package org.openpriorauth.door.rest;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.openpriorauth.network.Limit;

/** A door with a limit of its own, beside what a user may call in all. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.TYPE})
public @interface Limited {
  Limit value();

  /** Whether only what is refused there counts, so that who says true things may say many. */
  boolean refusalsOnly() default false;
}
