package org.openpriorauth.evaluation.reading;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.openpriorauth.calibration.Sample;
import org.openpriorauth.calibration.Source;
import org.openpriorauth.evaluation.reading.Judged.Given;
import org.openpriorauth.evaluation.reading.Judged.Verdict;
import org.openpriorauth.extraction.PageReader.Page;

/**
 * What was given on documents that may be learned from, as a calibration is made of it. Documents
 * of one layout are one fold: a claim is tried on layouts that had no part in it.
 */
final class Samples {
  /** The only split that anything may be learned from. */
  private static final String SPLIT = "tune";

  private Samples() {}

  static List<Sample> of(List<Judged> judged) {
    return judged.stream()
        .filter(j -> j.split().equals(SPLIT))
        .flatMap(j -> j.given().stream().filter(Samples::single).map(g -> sample(j, g)))
        .toList();
  }

  /** Pairs are made of what is counted already. */
  static boolean single(Given given) {
    return !given.name().contains("+");
  }

  private static Sample sample(Judged judged, Given given) {
    return new Sample(
        given.name(),
        source(judged, given),
        given.score(),
        given.verdict() == Verdict.RIGHT,
        judged.layout());
  }

  static Source source(Judged judged, Given given) {
    Map<Integer, Page> pages =
        judged.outcome().pages().stream()
            .collect(Collectors.toMap(Page::number, Function.identity()));
    return Source.ofPage(pages.get(given.page()).source());
  }
}
