package org.openpriorauth.evaluation.charts;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What is to be read in a document, in the form that the harness takes. */
final class Gold {
  private static final ObjectMapper JSON = new ObjectMapper();

  private Gold() {}

  /** Fields that a hasty reader would invent: the layout's and the case's, less what is there. */
  static Set<String> absent(Chart chart, List<Label> labels) {
    Set<String> filled = labels.stream().map(Label::name).collect(Collectors.toSet());
    Set<String> absent = new TreeSet<>();
    chart.layout().absent().stream().map(FieldNames::of).forEach(absent::add);
    absent.removeAll(filled);
    chart.words("absent").stream().map(FieldNames::of).forEach(absent::add);
    return absent;
  }

  /** A photograph shows the first page only. */
  static List<Label> seen(Copy copy, Print print) {
    boolean photo = copy.sourceKind().equals("photo");
    return print.labels().stream().filter(l -> !photo || l.page() == 1).toList();
  }

  static String of(Chart chart, Copy copy, Print print) throws IOException {
    boolean onePage = copy.fileName().matches(".*\\.(txt|rtf|docx)");
    ObjectNode gold = JSON.createObjectNode();
    gold.put("document_type", chart.type());
    gold.put("layout", chart.layout().name());
    gold.put("split", chart.layout().split());
    gold.put("case", chart.name());
    gold.put("source_kind", copy.sourceKind());
    ArrayNode fields = gold.putArray("fields");
    for (Label label : seen(copy, print)) {
      fields
          .addObject()
          .put("name", label.name())
          .put("value", label.value())
          .put("page", onePage ? 1 : label.page());
    }
    ArrayNode absent = gold.putArray("absent");
    absent(chart, print.labels()).forEach(absent::add);
    ArrayNode conflicts = gold.putArray("conflicts");
    chart.words("conflicts").stream().map(FieldNames::of).forEach(conflicts::add);
    ArrayNode quarantined = gold.putArray("quarantined_pages");
    print.stray().forEach(quarantined::add);
    return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(gold) + "\n";
  }
}
