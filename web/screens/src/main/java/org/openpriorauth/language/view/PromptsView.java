package org.openpriorauth.language.view;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import org.openpriorauth.door.view.CurrentPerson;
import org.openpriorauth.door.view.Told;
import org.openpriorauth.language.PromptService;
import org.openpriorauth.language.PromptService.PromptView;

/** The words that a practice's model is asked with. */
@Named
@RequestScoped
public class PromptsView extends Told {
  private static final String PASSAGES = "passages";

  @Inject PromptService prompts;
  @Inject CurrentPerson current;
  @Inject HttpServletRequest asked;

  private PromptView prompt;
  private String words;
  private boolean typed;

  public PromptView getPrompt() {
    if (prompt == null) {
      prompt =
          prompts.list(current.caller()).stream()
              .filter(p -> p.purpose().word().equals(PASSAGES))
              .findFirst()
              .orElseThrow();
    }
    return prompt;
  }

  /** After a refusal the state that the person saw stays the one that is changed. */
  public String getSeen() {
    return refused() ? asked.getParameter("version") : Integer.toString(getPrompt().version());
  }

  public void change() {
    say(words, "Saved: it is asked so from now on.");
  }

  public void reset() {
    say(null, "It is asked in the product's words again.");
  }

  private void say(String wanted, String done) {
    doing(
        () -> {
          String same = wanted == null ? null : wanted.replace("\r\n", "\n");
          prompt = prompts.change(current.caller(), PASSAGES, seen(), same);
          typed = false;
          return done;
        });
  }

  private long seen() {
    String seen = String.valueOf(asked.getParameter("version"));
    return seen.matches("\\d{1,9}") ? Long.parseLong(seen) : -1;
  }

  public String getWords() {
    if (typed) {
      return words;
    }
    return getPrompt().words() == null ? getPrompt().productWords() : getPrompt().words();
  }

  public void setWords(String words) {
    this.words = words;
    typed = true;
  }
}
