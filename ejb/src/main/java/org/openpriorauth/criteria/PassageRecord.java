package org.openpriorauth.criteria;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.openpriorauth.criteria.PassageSearch.Line;
import org.openpriorauth.criteria.SentPassages.Verified;
import org.openpriorauth.extraction.ExtractionService;
import org.openpriorauth.extraction.PageTexts;
import org.openpriorauth.kernel.Caller;
import org.openpriorauth.kernel.Requires;
import org.openpriorauth.language.LanguageModels.Answer;
import org.openpriorauth.language.ModelAccess;
import org.openpriorauth.language.Purpose;
import org.openpriorauth.operations.model.WorkItem;
import org.openpriorauth.operations.model.WorkItemRepository;
import org.openpriorauth.priorauth.model.PriorAuthRepository;

/** The short transactions around a language model's search for passages. */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class PassageRecord {
  @Inject PriorAuthRepository requests;
  @Inject ExtractionService extractions;
  @Inject PageTexts texts;
  @Inject PassageSearches searches;
  @Inject Assessor assessor;
  @Inject ModelAccess access;
  @Inject WorkItemRepository items;
  @Inject Clock clock;

  /**
   * What goes out: the payer's question and the chart's text, and who the patient is only there.
   */
  public record Data(String criterion, List<String> hints, List<SentPassages.Sent> passages) {}

  /** What is asked about one criterion, and what the answer is held against. */
  public record Question(Line line, Data data, SentPassages passages) {}

  /** What came of it. */
  public record Heard(Question question, Answer<ModelPicks> answer) {}

  @Requires("work:do")
  public List<Question> questions(Caller caller, UUID request) {
    List<Line> lines =
        searches.find(caller.clinic(), request).lines().stream().filter(Line::toAsk).toList();
    if (lines.isEmpty()) {
      return List.of();
    }
    SentPassages passages =
        SentPassages.of(texts.counting(caller.clinic(), extractions.ofRequest(caller, request)));
    return lines.stream()
        .map(l -> new Question(l, new Data(l.text(), l.hints(), passages.sent()), passages))
        .toList();
  }

  /**
   * Keeps what holds, and has the request assessed with it.
   *
   * @param end whether the work is done; else it is taken up again later
   */
  @Requires("work:do")
  public void heard(Caller caller, WorkItem item, List<Heard> all, boolean end) {
    requests.lock(caller.clinic(), item.subject());
    if (!(end ? items.finish(item, "done", clock.instant()) : items.holds(item))) {
      return;
    }
    if (all.isEmpty()) {
      return;
    }
    List<Line> lines = new ArrayList<>(searches.find(caller.clinic(), item.subject()).lines());
    for (Heard heard : all) {
      Line asked = heard.question().line();
      // Documents may have changed meanwhile: then it is an answer to nothing.
      lines.replaceAll(l -> l.isAbout(asked.criterion(), asked.basis()) ? line(heard) : l);
      count(caller, heard);
    }
    searches.save(caller.clinic(), item.subject(), new PassageSearch(lines));
    assessor.assess(caller, item.subject());
  }

  private void count(Caller caller, Heard heard) {
    Line line = line(heard);
    if (line.dropped() > 0) {
      access.dropped(caller, Purpose.PASSAGES, line.model(), line.prompt(), line.dropped());
    }
  }

  private static Line line(Heard heard) {
    Line asked = heard.question().line();
    Answer<ModelPicks> answer = heard.answer();
    Verified verified =
        answer.said() == null
            ? new Verified(List.of(), 0)
            : heard.question().passages().verified(answer.said());
    return new Line(
        asked.criterion(),
        asked.text(),
        asked.hints(),
        asked.basis(),
        answer.outcome(),
        answer.model(),
        answer.prompt(),
        verified.picks(),
        verified.dropped());
  }
}
