package org.openpriorauth.evaluation.charts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The set is as wide as the page about reading says that it is. */
class BreadthTest {
  private static final List<Chart> CHARTS = ChartBook.all();

  @Test
  void documentsAndLayouts() {
    assertThat(CHARTS).hasSizeGreaterThanOrEqualTo(120);
    assertThat(CHARTS.stream().map(Chart::layout).distinct()).hasSizeGreaterThanOrEqualTo(14);
    assertThat(CHARTS.stream().mapToInt(c -> c.outputs().size()).sum()).isGreaterThan(140);
  }

  /** A layout with one document in it would tell nothing about the layout. */
  @Test
  void everyLayoutHasSeveralDocuments() {
    Map<String, Long> perLayout =
        CHARTS.stream()
            .collect(Collectors.groupingBy(c -> c.layout().name(), Collectors.counting()));
    assertThat(perLayout.values()).allMatch(n -> n >= 3);
  }

  @Test
  void halfOfTheLayoutsIsHeldBackSomeOfThemFaxed() {
    List<Chart> held = CHARTS.stream().filter(c -> c.layout().split().equals("held")).toList();
    assertThat(held.stream().map(c -> c.layout().name()).distinct()).hasSizeGreaterThanOrEqualTo(5);
    assertThat(held.stream().flatMap(c -> c.outputs().stream())).anyMatch(o -> o.startsWith("fax"));
    Set<String> splits =
        CHARTS.stream().map(c -> c.layout().split()).collect(Collectors.toCollection(TreeSet::new));
    assertThat(splits).containsExactly("held", "tune");
  }

  /** A patient's text is never seen while tuning and judged afterwards. */
  @Test
  void noChartMixesSplits() {
    for (Chart chart : CHARTS) {
      assertThat(chart.parts().stream().map(p -> p.layout().split()).distinct())
          .as(chart.name())
          .hasSize(1);
    }
  }

  @Test
  void everyTypeAndEveryWayToArrive() {
    assertThat(CHARTS.stream().map(Chart::type).distinct())
        .contains(
            "clinical_note",
            "lab_report",
            "imaging_report",
            "pathology_report",
            "order",
            "medication_list",
            "insurance_card",
            "payer_letter",
            "form",
            "cover_sheet",
            "therapy_note",
            "operative_report",
            "procedure_report",
            "other");
    String outputs =
        CHARTS.stream().flatMap(c -> c.outputs().stream()).collect(Collectors.joining("\n"));
    assertThat(outputs.lines().map(o -> o.split(" ")[0]).distinct())
        .contains("pdf", "scan", "fax", "card", "photo", "mixed", "txt", "rtf", "docx");
    assertThat(outputs).contains("down=98", "turn=", "upside", "skew=", "speckle=", "bilevel");
  }

  @Test
  void conflictsAndStrayPages() {
    assertThat(CHARTS.stream().filter(c -> !c.words("conflicts").isEmpty()))
        .hasSizeGreaterThanOrEqualTo(4);
    assertThat(CHARTS.stream().filter(c -> c.parts().stream().anyMatch(Part::stray)))
        .hasSizeGreaterThanOrEqualTo(2);
  }
}
