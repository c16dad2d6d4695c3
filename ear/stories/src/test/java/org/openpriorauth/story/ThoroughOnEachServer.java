package org.openpriorauth.story;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * What takes long and rests on the server's own ways: {@code mvn verify -Pfull} tries it on each.
 */
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@EnabledIfSystemProperty(
    named = "stories.thorough",
    matches = "true|each-server",
    disabledReason = "takes long: mvn verify -Pfull")
@interface ThoroughOnEachServer {}
