package org.openpriorauth.criteria;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.openpriorauth.criteria.PassageSearch.Line;
import org.openpriorauth.criteria.PassageSearch.Pick;
import org.openpriorauth.extraction.ExtractionService;
import org.openpriorauth.extraction.PageText;
import org.openpriorauth.extraction.PageTexts;
import org.openpriorauth.kernel.ClinicId;
import org.openpriorauth.kernel.Evidence;
import org.openpriorauth.language.LanguageModels;
import org.openpriorauth.language.Outcome;
import org.openpriorauth.operations.WorkQueue;

/**
 * Looks for criteria in words on a chart's pages, which are opened only if there is one. What is
 * found by its words is always shown; a language model, where the clinic has one, adds to it and
 * can take nothing away.
 */
@ApplicationScoped
public class ChartPassages {
  static final String WORK = "passages";

  @Inject PassageRanker ranker;
  @Inject PageTexts texts;
  @Inject PassageSearches searches;
  @Inject LanguageModels models;
  @Inject WorkQueue work;

  /** For one match that nothing is kept of. */
  public Facts.Passages byWords(ClinicId clinic, List<ExtractionService.View> documents) {
    return new Looking(clinic, null, documents);
  }

  /** For one match of a request, inside the transaction that keeps it. */
  public Looking of(ClinicId clinic, UUID request, List<ExtractionService.View> documents) {
    return new Looking(clinic, request, documents);
  }

  /** One look: the pages are opened once. */
  public final class Looking implements Facts.Passages {
    private final ClinicId clinic;
    private final UUID request;
    private final List<ExtractionService.View> documents;
    private final List<Line> unasked = new ArrayList<>();
    private List<PageText> pages;
    private boolean model;
    private PassageSearch kept = PassageSearch.NONE;

    private Looking(ClinicId clinic, UUID request, List<ExtractionService.View> documents) {
      this.clinic = clinic;
      this.request = request;
      this.documents = documents;
    }

    @Override
    public Facts.Found on(PolicyPack.Node criterion) {
      open();
      List<Evidence> found = ranker.rank(criterion.text(), criterion.narrative().hints(), pages);
      if (!model) {
        return new Facts.Found(found, Search.BY_WORDS);
      }
      String basis = PagesBasis.of(criterion, pages);
      Optional<Line> line =
          kept.lines().stream()
              .filter(l -> l.isAbout(criterion.id(), basis) && l.outcome() != Outcome.OFF)
              .findFirst();
      if (line.isEmpty()) {
        unasked.add(Line.waiting(criterion, basis));
      }
      return line.filter(Line::answered)
          .map(l -> both(l, found))
          .orElseGet(() -> new Facts.Found(found, Search.byWords(note(line.orElse(null)))));
    }

    /**
     * Has the model asked, after this transaction, about those of the criteria that it was not
     * asked about.
     *
     * @param missing criteria that are on the way to met: nobody is asked about others
     */
    public void askFor(List<String> missing) {
      List<Line> lines = unasked.stream().filter(l -> missing.contains(l.criterion())).toList();
      if (!lines.isEmpty()) {
        List<String> anew = lines.stream().map(Line::criterion).toList();
        List<Line> all = new ArrayList<>(lines);
        kept.lines().stream().filter(l -> !anew.contains(l.criterion())).forEach(all::add);
        searches.save(clinic, request, new PassageSearch(all));
        work.add(clinic, WORK, request);
      }
    }

    private void open() {
      if (pages == null) {
        pages = texts.counting(clinic, documents);
        model = request != null && !pages.isEmpty() && models.on(clinic);
        kept = model ? searches.find(clinic, request) : PassageSearch.NONE;
      }
    }
  }

  /** The model's first, then what was found by its words alone. */
  private static Facts.Found both(Line line, List<Evidence> words) {
    List<Evidence> passages = new ArrayList<>();
    List<String> stances = new ArrayList<>();
    for (Pick pick : line.picks()) {
      passages.add(pick.evidence());
      stances.add(pick.stance());
    }
    for (Evidence found : words) {
      if (!passages.contains(found)) {
        passages.add(found);
        stances.add(Search.WORDS);
      }
    }
    return new Facts.Found(
        passages, new Search(line.model(), line.prompt(), stances, dropped(line.dropped())));
  }

  private static String dropped(int dropped) {
    return switch (dropped) {
      case 0 -> null;
      case 1 -> "One quotation of it does not stand in the chart and was left out.";
      default -> dropped + " quotations of it do not stand in the chart and were left out.";
    };
  }

  private static String note(Line line) {
    return line == null || line.outcome() == null
        ? "Found by their words; the language model has not looked."
        : "Found by their words: the language model " + line.outcome().said();
  }
}
