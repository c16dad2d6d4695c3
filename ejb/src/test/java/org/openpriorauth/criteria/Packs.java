package org.openpriorauth.criteria;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.openpriorauth.criteria.Facts.Fact;
import org.openpriorauth.criteria.Facts.Part;
import org.openpriorauth.wire.json.Json;

/** Packs of one criterion, and facts for them. */
final class Packs {
  static final LocalDate ORDERED = LocalDate.of(2026, 6, 30);
  static final LocalDate TODAY = LocalDate.of(2026, 7, 5);

  private Packs() {}

  static Fact fact(String kind, String... parts) {
    Map<String, Part> named = new HashMap<>();
    for (int i = 0; i < parts.length; i += 2) {
      named.put(parts[i], Part.known(parts[i + 1]));
    }
    return new Fact(kind, named);
  }

  static Matched match(String criteria, Fact... facts) throws JsonProcessingException {
    return Matcher.match(pack(criteria), new Facts(TODAY, ORDERED, List.of(facts)), Set.of());
  }

  static PolicyPack pack(String criteria) throws JsonProcessingException {
    return Json.mapper()
        .readValue(
            """
            {"id": "p", "version": "1", "title": "P", "payer_code": "X",
             "effective": {"from": "2026-01-01"}, "applies_to": {"codes": ["1"]},
             "authorization": "required", "criteria": %s}
            """
                .formatted(criteria),
            PolicyPack.class);
  }
}
