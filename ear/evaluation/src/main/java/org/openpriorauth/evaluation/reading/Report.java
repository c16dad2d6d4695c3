package org.openpriorauth.evaluation.reading;

import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.openpriorauth.calibration.Calibrations;

/**
 * All figures.
 *
 * @param version of the rules
 * @param parts each split by itself, printed text apart from what was copied
 */
record Report(String version, List<Part> parts, Costs costs) {

  static Report of(String version, List<Judged> judged, Costs costs) {
    Map<String, List<Judged>> splits =
        judged.stream()
            .collect(Collectors.groupingBy(Judged::split, TreeMap::new, Collectors.toList()));
    Calibrations.InForce calibrations = new Calibrations().shipped(version);
    List<Part> parts = new ArrayList<>();
    splits.forEach(
        (split, of) -> {
          Map<Boolean, List<Judged>> printed =
              of.stream().collect(Collectors.partitioningBy(j -> j.source().equals("text")));
          add(parts, split + ", printed text", printed.get(true), calibrations);
          add(parts, split + ", fax, scan and photograph", printed.get(false), calibrations);
        });
    return new Report(version, parts, costs);
  }

  private static void add(
      List<Part> parts, String name, List<Judged> judged, Calibrations.InForce calibrations) {
    if (!judged.isEmpty()) {
      parts.add(Part.of(name, judged, calibrations));
    }
  }

  void write(Path file) throws IOException {
    JsonMapper.builder()
        .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
        .build()
        .writerWithDefaultPrettyPrinter()
        .writeValue(file.toFile(), this);
  }

  /** For a terminal. */
  String text() {
    StringBuilder text = new StringBuilder("Read by " + version + "\n");
    for (Part part : parts) {
      text.append("\n%s: %d documents".formatted(part.name(), part.documents()));
      text.append(part.unreadable() == 0 ? "" : ", %d unreadable".formatted(part.unreadable()));
      text.append(
          "\n%-32s %5s %5s %5s %9s %7s %6s %9s %9s %9s%n"
              .formatted(
                  "",
                  "label",
                  "given",
                  "right",
                  "precision",
                  "recall",
                  "F1",
                  "abstained",
                  "invented",
                  "evidence"));
      part.fields().forEach(line -> text.append(row(line)));
      text.append('\n');
      part.groups().forEach(line -> text.append(row(line)));
      text.append('\n');
      part.layouts().forEach(line -> text.append(row(line)));
      text.append(rest(part));
    }
    text.append(
        "\n%d pages: %.2f s of a reader's processor and %.1f ms of the rules' a page; a reader %d MB; the slowest document %.1f s%n"
            .formatted(
                costs.pages(),
                costs.readerSecondsPerPage(),
                costs.rulesMillisPerPage(),
                costs.residentMegabytes(),
                costs.slowestSeconds()));
    return text.toString();
  }

  private static String row(Line line) {
    return "%-32s %5d %5d %5d %9.3f %7.3f %6.3f %9.3f %9.3f %9.3f%n"
        .formatted(
            line.name(),
            line.labelled(),
            line.given(),
            line.right(),
            line.precision(),
            line.recall(),
            line.f1(),
            line.abstention(),
            line.inventedRate(),
            line.evidenceRight());
  }

  private static String rest(Part part) {
    String leaves =
        part.leaves() == 0
            ? ""
            : "leaf verdicts right %d of %d %s\nunsupported met %d\n"
                .formatted(
                    part.leavesRight(),
                    part.leaves(),
                    part.leavesConfused(),
                    part.leavesUnsupported());
    return "\n"
        + leaves
        + "document types right %.3f %s\ncontradictions missed %d, false %d\npages of somebody else caught %.3f, false %d\n%s\n"
            .formatted(
                part.typesRight(),
                part.typesConfused(),
                part.conflictsMissed(),
                part.conflictsFalse(),
                part.strayCaught(),
                part.strayFalse(),
                said(part.certainty()));
  }

  private static String said(Certainties of) {
    return "calibrated %.3f of what was given, calibration error %.3f; used unseen %.3f, of that right %.3f"
        .formatted(of.calibrated(), of.error(), of.unseen(), of.unseenRight());
  }
}
