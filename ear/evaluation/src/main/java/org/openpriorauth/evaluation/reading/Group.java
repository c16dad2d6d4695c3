package org.openpriorauth.evaluation.reading;

import java.util.Locale;
import java.util.Set;

/** Fields that are judged together, in the words of the figures' goals. */
enum Group {
  HEADER,
  CODES,
  DRUG_AND_DOSE,
  THERAPY_AND_DURATION,
  REST;

  private static final Set<String> HEADS =
      Set.of("patient", "coverage", "provider", "facility", "document");

  static Group of(String field) {
    if (HEADS.contains(field.substring(0, field.indexOf('.')))) {
      return HEADER;
    }
    return switch (field) {
      case "diagnosis.code", "service.code" -> CODES;
      case "drug.name+dose" -> DRUG_AND_DOSE;
      case "therapy.name+duration" -> THERAPY_AND_DURATION;
      default -> REST;
    };
  }

  String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
