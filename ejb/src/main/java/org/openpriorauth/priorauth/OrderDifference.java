package org.openpriorauth.priorauth;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.openpriorauth.priorauth.model.PriorAuthorization.Order;
import org.openpriorauth.priorauth.model.RequestedItem.Service;

/**
 * What became otherwise in an order, for the audit trail: ids, codes and words of ours, no names.
 */
final class OrderDifference {
  static final String ITEMS = "items";
  static final String DIAGNOSES = "diagnoses";

  private OrderDifference() {}

  /**
   * @return each part that differs, with its {@code before} and {@code after}
   */
  static Map<String, Object> of(
      Order before, List<Service> asked, Order after, List<Service> asksNow) {
    Map<String, Object> parts = new TreeMap<>();
    note(parts, "coverage", before.coverageId(), after.coverageId());
    note(parts, "ordering", before.providers().ordering(), after.providers().ordering());
    note(parts, "performing", before.providers().performing(), after.providers().performing());
    note(parts, "priority", before.priority().word(), after.priority().word());
    note(parts, "ordered_on", before.orderedOn(), after.orderedOn());
    note(parts, ITEMS, lines(asked), lines(asksNow));
    if (!diagnoses(asked).equals(diagnoses(asksNow))) {
      parts.put(DIAGNOSES, "changed");
    }
    return parts;
  }

  private static void note(Map<String, Object> parts, String part, Object before, Object after) {
    if (!Objects.equals(before, after)) {
      parts.put(part, Map.of("before", String.valueOf(before), "after", String.valueOf(after)));
    }
  }

  private static String lines(List<Service> services) {
    return String.join(
        "; ",
        services.stream()
            .map(
                s ->
                    "%s %s × %s"
                        .formatted(
                            s.codeSystem(),
                            s.code(),
                            s.units().stripTrailingZeros().toPlainString()))
            .toList());
  }

  private static List<List<String>> diagnoses(List<Service> services) {
    return services.stream().map(Service::diagnosisCodes).toList();
  }
}
