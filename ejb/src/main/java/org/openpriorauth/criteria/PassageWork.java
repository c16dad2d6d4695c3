package org.openpriorauth.criteria;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.openpriorauth.criteria.PassageRecord.Heard;
import org.openpriorauth.criteria.PassageRecord.Question;
import org.openpriorauth.kernel.Caller;
import org.openpriorauth.kernel.Requires;
import org.openpriorauth.language.LanguageModels;
import org.openpriorauth.language.LanguageModels.Answer;
import org.openpriorauth.language.LanguageModels.Ask;
import org.openpriorauth.language.Purpose;
import org.openpriorauth.operations.Turn;
import org.openpriorauth.operations.WorkItems;
import org.openpriorauth.operations.model.WorkItem;

/** Asks the clinic's language model for passages, with no transaction open while it answers. */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class PassageWork {
  @Inject Turn turn;
  @Inject WorkItems items;
  @Inject PassageRecord record;
  @Inject LanguageModels models;

  @Requires("work:do")
  public void look(Caller caller, UUID workItem) {
    turn.take(caller, workItem, item -> look(caller, item));
  }

  private void look(Caller caller, WorkItem item) {
    List<Heard> heard = new ArrayList<>();
    for (Question question : record.questions(caller, item.subject())) {
      Answer<ModelPicks> answer =
          models.ask(
              caller,
              new Ask<>(Purpose.PASSAGES, item.subject(), question.data(), ModelPicks.class));
      heard.add(new Heard(question, answer));
    }
    boolean again =
        heard.stream().anyMatch(h -> h.answer().outcome().passing()) && !items.last(caller, item);
    record.heard(caller, item, heard, !again);
    if (again) {
      items.failed(caller, item, "The language model gave no answer.");
    }
  }
}
