package org.openpriorauth.chart;

import jakarta.enterprise.util.AnnotationLiteral;
import jakarta.inject.Qualifier;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** By what name the settings choose a store. */
@Qualifier @Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface StoreName {
  /** As in {@code openpriorauth.documents.store}. */
  String value();

  /** For looking one up. */
  final class Literal extends AnnotationLiteral<StoreName> implements StoreName {
    private static final long serialVersionUID = 1L;

    private final String value;

    public Literal(String value) {
      this.value = value;
    }

    @Override
    public String value() {
      return value;
    }
  }
}
