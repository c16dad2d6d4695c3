package org.openpriorauth.criteria.view;

import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Reception;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.openpriorauth.criteria.Assessment;
import org.openpriorauth.criteria.AssessmentService;
import org.openpriorauth.criteria.Matched.Criterion;
import org.openpriorauth.criteria.OpenItem;
import org.openpriorauth.criteria.Verdict;
import org.openpriorauth.door.view.CurrentPerson;
import org.openpriorauth.kernel.Evidence;
import org.openpriorauth.priorauth.view.Acted;
import org.openpriorauth.priorauth.view.RequestPage;

/** How a request stands against its payer's rules, and what a person has to settle. */
@Named
@RequestScoped
public class CriteriaPanel {
  @Inject AssessmentService assessments;
  @Inject CurrentPerson current;
  @Inject RequestPage page;

  private Assessment assessment;
  private boolean asked;

  /** Something to settle, and where that is done. */
  public record OpenPoint(OpenItem item, String kind, String way, String address) {}

  void forget(@Observes(notifyObserver = Reception.IF_EXISTS) Acted acted) {
    asked = false;
    assessment = null;
  }

  public Assessment getAssessment() {
    if (!asked && page.isThere()) {
      asked = true;
      assessment = RequestPage.orNull(() -> assessments.get(current.caller(), page.getId()));
    }
    return assessment;
  }

  /** The unanswered first. */
  public List<Criterion> getCriteria() {
    return getAssessment() == null
        ? List.of()
        : assessment.criteria().stream()
            .sorted(Comparator.comparing(CriteriaPanel::answered))
            .toList();
  }

  private static int answered(Criterion criterion) {
    if (criterion.verdict() == Verdict.MET) {
      return criterion.confirm() ? 1 : 2;
    }
    return 0;
  }

  public long met() {
    return getCriteria().stream().filter(c -> c.verdict() == Verdict.MET && !c.confirm()).count();
  }

  public List<OpenPoint> getOpen() {
    boolean settleable = page.isThere() && page.isSettleable();
    return getAssessment() == null || !settleable
        ? List.of()
        : assessment.open().stream().map(this::point).toList();
  }

  /** Whether something is to be done about it: another way to met may be enough. */
  public boolean wanted(Criterion criterion) {
    return assessment.open().stream().anyMatch(o -> criterion.id().equals(o.criterion()));
  }

  private OpenPoint point(OpenItem item) {
    if (item.document() != null) {
      int number = item.page() == null ? 1 : item.page();
      String way = "Look at %s, page %d".formatted(page.fileName(item.document()), number);
      return new OpenPoint(item, kind(item), way, review(item.document(), number, ""));
    }
    Evidence evidence = item.kind().equals("missing") ? null : evidence(item.criterion());
    if (evidence != null) {
      String way =
          "Look at %s, page %d".formatted(page.fileName(evidence.documentId()), evidence.page());
      return new OpenPoint(item, kind(item), way, address(evidence));
    }
    if (item.criterion() == null && item.kind().equals("missing")) {
      return new OpenPoint(item, kind(item), "Choose the provider", "#providers");
    }
    return item.criterion() == null
        ? new OpenPoint(item, kind(item), "Compare the documents", "#documents")
        : new OpenPoint(item, kind(item), "Add a document", "#documents");
  }

  private static String kind(OpenItem item) {
    return switch (item.kind()) {
      case "confirm" -> "to check";
      case "quarantined" -> "whose page?";
      case "no_policy" -> "no rules";
      default -> item.kind().replace('_', ' ');
    };
  }

  private Evidence evidence(String criterion) {
    return getCriteria().stream()
        .filter(c -> c.id().equals(criterion))
        .flatMap(c -> c.evidence().stream())
        .findFirst()
        .orElse(null);
  }

  /** What a language model says of a passage, or null where none says anything. */
  public String stance(Criterion criterion, int passage) {
    boolean said = criterion.search() != null && passage < criterion.search().stances().size();
    return said
        ? switch (criterion.search().stances().get(passage)) {
          case "for" -> "For:";
          case "against" -> "Against:";
          default -> "By its words:";
        }
        : null;
  }

  /** The place in the review where the evidence stands. */
  public String address(Evidence evidence) {
    return review(evidence.documentId(), evidence.page(), "&at=" + evidence.start());
  }

  private static String review(UUID document, int number, String at) {
    return "review.xhtml?document=%s&page=%d%s".formatted(document, number, at);
  }
}
