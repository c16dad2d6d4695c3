package org.openpriorauth.evaluation.charts;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The names of what can be read, and the two letters by which the set's own texts mark them. */
final class FieldNames {
  private static final Map<String, String> SHORT =
      Map.ofEntries(
          Map.entry("dc", "diagnosis.code"),
          Map.entry("dd", "diagnosis.description"),
          Map.entry("sc", "service.code"),
          Map.entry("sd", "service.description"),
          Map.entry("su", "service.units"),
          Map.entry("sl", "service.laterality"),
          Map.entry("st", "service.date"),
          Map.entry("gn", "drug.name"),
          Map.entry("gs", "drug.strength"),
          Map.entry("gd", "drug.dose"),
          Map.entry("gr", "drug.route"),
          Map.entry("gf", "drug.frequency"),
          Map.entry("gq", "drug.quantity"),
          Map.entry("gy", "drug.days"),
          Map.entry("tn", "therapy.name"),
          Map.entry("td", "therapy.duration"),
          Map.entry("ts", "therapy.start"),
          Map.entry("te", "therapy.end"),
          Map.entry("to", "therapy.outcome"),
          Map.entry("fn", "finding.name"),
          Map.entry("fv", "finding.value"),
          Map.entry("fu", "finding.unit"),
          Map.entry("ft", "finding.date"),
          Map.entry("ou", "order.urgency"),
          Map.entry("oc", "order.conditional"),
          Map.entry("lr", "letter.reason"));

  static final Set<String> ALL = all();

  private FieldNames() {}

  /** The whole name; an unknown one is a slip of the pen and stops the build. */
  static String of(String name) {
    String whole = SHORT.getOrDefault(name, name);
    if (!ALL.contains(whole)) {
      throw new IllegalArgumentException("No such field: " + name);
    }
    return whole;
  }

  private static Set<String> all() {
    Set<String> all = new TreeSet<>();
    add(all, "patient", "name", "birth_date", "sex", "mrn", "phone", "address");
    add(all, "coverage", "payer", "plan", "member_id", "group_number", "subscriber");
    for (String role : new String[] {"ordering", "performing", "referring", "primary"}) {
      add(all, "provider." + role, "name", "npi", "phone", "fax", "specialty");
    }
    add(all, "facility", "name", "npi");
    add(all, "document", "date", "author");
    add(all, "order", "urgency", "conditional");
    add(all, "diagnosis", "code", "description");
    add(all, "service", "code", "description", "units", "laterality", "date");
    add(all, "drug", "name", "strength", "dose", "route", "frequency", "quantity", "days");
    add(all, "therapy", "name", "duration", "start", "end", "outcome");
    add(all, "finding", "name", "value", "unit", "date");
    add(all, "letter", "kind", "reference", "decision", "reason", "units");
    add(all, "letter", "deadline_appeal", "deadline_peer_to_peer", "deadline_response");
    add(all, "letter", "deadline_reopen", "valid_from", "valid_to");
    return all;
  }

  private static void add(Set<String> all, String group, String... names) {
    for (String name : names) {
      all.add(group + "." + name);
    }
  }
}
