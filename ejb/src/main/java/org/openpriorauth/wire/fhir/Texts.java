package org.openpriorauth.wire.fhir;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Element;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.PrimitiveType;
import org.hl7.fhir.r4.model.Quantity;
import org.hl7.fhir.r4.model.Type;

/** Values out of a payer's resources, which may be anything, in sizes that we can keep. */
final class Texts {
  /** Longer texts are cut; a payer's note to a provider has no need of more. */
  static final int LONGEST = 4_000;

  /** Longer lists are cut; no X12 278 has so many of anything. */
  static final int MOST = 1_000;

  private static final int MOST_DIGITS = 18;
  private static final BigDecimal MOST_UNITS = BigDecimal.valueOf(999_999_999);

  private Texts() {}

  /** The text without U+0000, which no database of ours keeps; never null. */
  static String of(String text) {
    if (text == null) {
      return "";
    }
    String clean = text.indexOf('\0') < 0 ? text : text.replace("\0", "");
    clean = clean.strip();
    if (clean.length() <= LONGEST) {
      return clean;
    }
    int end = Character.isHighSurrogate(clean.charAt(LONGEST - 1)) ? LONGEST - 1 : LONGEST;
    return clean.substring(0, end);
  }

  /** The same, but null when there is nothing. */
  static String orNull(String text) {
    String said = of(text);
    return said.isEmpty() ? null : said;
  }

  static String of(Type value) {
    return value instanceof PrimitiveType<?> simple ? of(simple.getValueAsString()) : "";
  }

  static <T> Stream<T> each(List<T> list) {
    return list.stream().filter(Objects::nonNull).limit(MOST);
  }

  static Optional<Extension> extension(Element holder, String url) {
    return each(holder.getExtension()).filter(e -> url.equals(e.getUrl())).findFirst();
  }

  /** The text of a simple extension; empty when there is none. */
  static String extensionText(Element holder, String url) {
    return extension(holder, url).map(e -> of(e.getValue())).orElse("");
  }

  /** The first code of an extension; empty when there is none. */
  static String extensionCode(Element holder, String url) {
    return extension(holder, url)
        .map(Extension::getValue)
        .filter(CodeableConcept.class::isInstance)
        .map(value -> of(coding((CodeableConcept) value).getCode()))
        .orElse("");
  }

  /** The first coding with a code; an empty one when there is none. */
  static Coding coding(CodeableConcept concept) {
    return each(concept.getCoding())
        .filter(coding -> !of(coding.getCode()).isEmpty())
        .findFirst()
        .orElseGet(Coding::new);
  }

  /** The words of a concept: its text, or else the display of its code. */
  static String words(CodeableConcept concept) {
    String text = of(concept.getText());
    return text.isEmpty() ? of(coding(concept).getDisplay()) : text;
  }

  static PasIdentifier number(Identifier identifier) {
    String value = of(identifier.getValue());
    return value.isEmpty() ? null : new PasIdentifier(of(identifier.getSystem()), value);
  }

  /** A full date, also that of a time; null when it is not one. */
  static LocalDate date(Type value) {
    String text = of(value);
    try {
      return text.length() < 10 ? null : LocalDate.parse(text.substring(0, 10));
    } catch (DateTimeException e) {
      return null;
    }
  }

  static PasAnswer.Period period(Type value) {
    if (!(value instanceof org.hl7.fhir.r4.model.Period period) || period.isEmpty()) {
      return null;
    }
    LocalDate start = date(period.getStartElement());
    LocalDate end = date(period.getEndElement());
    return start == null && end == null ? null : new PasAnswer.Period(start, end);
  }

  /** How many; null for none, for less than none and for what no column could hold. */
  static BigDecimal units(Quantity quantity) {
    BigDecimal value = quantity.getValue();
    boolean sound =
        value != null
            && value.signum() >= 0
            && value.precision() <= MOST_DIGITS
            && Math.abs(value.scale()) <= MOST_DIGITS
            && value.compareTo(MOST_UNITS) <= 0;
    return sound ? value : null;
  }

  /** A count, or 0 when it is not one. */
  static long count(Type value) {
    String text = of(value);
    return text.matches("[0-9]{1,18}") ? Long.parseLong(text) : 0;
  }

  /** A sequence, or 0 when it is not one. */
  static int sequence(Type value) {
    long count = count(value);
    return count > Integer.MAX_VALUE ? 0 : (int) count;
  }
}
