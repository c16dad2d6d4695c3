package org.openpriorauth.wire.fhir;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hl7.fhir.r4.model.ClaimResponse;
import org.hl7.fhir.r4.model.PositiveIntType;

/** The numbered process notes of a ClaimResponse, and which of them something refers to. */
final class Notes {
  private final Map<Integer, String> byNumber = new LinkedHashMap<>();
  private final List<String> unnumbered = new ArrayList<>();
  private final Set<Integer> used = new LinkedHashSet<>();

  Notes(ClaimResponse response) {
    Texts.each(response.getProcessNote())
        .forEach(
            note -> {
              String text = Texts.of(note.getText());
              int number = Texts.sequence(note.getNumberElement());
              if (!text.isEmpty() && (number == 0 || byNumber.putIfAbsent(number, text) != null)) {
                unnumbered.add(text);
              }
            });
  }

  List<String> of(List<PositiveIntType> numbers) {
    return Texts.each(numbers).map(n -> of(Texts.sequence(n))).filter(t -> !t.isEmpty()).toList();
  }

  /** One note's text; empty when there is none of that number. */
  String of(int number) {
    used.add(number);
    return byNumber.getOrDefault(number, "");
  }

  /** What nothing has asked for: it is about the whole. */
  List<String> others() {
    List<String> others = new ArrayList<>(unnumbered);
    byNumber.forEach(
        (number, text) -> {
          if (!used.contains(number)) {
            others.add(text);
          }
        });
    return others;
  }
}
