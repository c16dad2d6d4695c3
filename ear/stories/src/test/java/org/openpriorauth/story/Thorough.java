package org.openpriorauth.story;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** What takes long: {@code mvn verify -Pfull} has the time, on one server. */
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@EnabledIfSystemProperty(
    named = "stories.thorough",
    matches = "true",
    disabledReason = "takes long: mvn verify -Pfull")
@interface Thorough {}
