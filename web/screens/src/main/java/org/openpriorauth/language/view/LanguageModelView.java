package org.openpriorauth.language.view;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.openpriorauth.door.view.CurrentPerson;
import org.openpriorauth.door.view.Told;
import org.openpriorauth.language.LanguageModelService;
import org.openpriorauth.language.LanguageModelService.ModelView;
import org.openpriorauth.language.LanguageModelService.Trial;
import org.openpriorauth.language.model.LanguageUseRepository.Use;

/** Whether a language model helps the practice, which, and what it costs. */
@Named
@RequestScoped
public class LanguageModelView extends Told {
  @Inject LanguageModelService models;
  @Inject CurrentPerson current;
  @Inject HttpServletRequest asked;

  private ModelView model;
  private ModelForm form;
  private List<Use> uses;

  /** What one purpose took this month. */
  public record Spent(
      String purpose, long calls, long answered, long tokens, long dropped, BigDecimal cost) {
    Spent and(Use use) {
      return new Spent(
          purpose,
          calls + use.calls(),
          answered + use.answered(),
          tokens + use.inputTokens() + use.outputTokens(),
          dropped + use.dropped(),
          cost.add(use.cost()));
    }
  }

  public boolean isAllowed() {
    boolean allowed = current.may("language-model:read");
    if (!allowed) {
      FacesContext.getCurrentInstance().getExternalContext().setResponseStatus(403);
    }
    return allowed;
  }

  public boolean isMayChange() {
    return current.may("clinic:change");
  }

  public ModelView getModel() {
    if (model == null) {
      model = models.get(current.caller());
    }
    return model;
  }

  public boolean isOn() {
    return !getModel().adapter().equals("none");
  }

  public ModelForm getForm() {
    if (form == null) {
      form = ModelForm.of(getModel());
    }
    return form;
  }

  /** After a refusal the state that the person saw stays the one that is changed. */
  public String getSeen() {
    return refused() ? asked.getParameter("seen") : Long.toString(getModel().version());
  }

  public void change() {
    doing(
        () -> {
          models.change(current.caller(), seen(), form.wanted());
          model = null;
          form = null;
          return isOn() ? "Saved. Try it now." : "The language model is off, its key forgotten.";
        });
  }

  public void tryIt() {
    doing(
        () -> {
          Trial trial = models.trial(current.caller());
          uses = null;
          model = null;
          return trial.model() == null
              ? trial.said()
              : "%s (%s, %d ms)".formatted(trial.said(), trial.model(), trial.millis());
        });
  }

  private long seen() {
    String seen = String.valueOf(asked.getParameter("seen"));
    return seen.matches("\\d{1,18}") ? Long.parseLong(seen) : -1;
  }

  /** Day by day, the latest first. */
  public List<Use> getUses() {
    if (uses == null) {
      uses = models.use(current.caller(), null);
    }
    return uses;
  }

  public List<Spent> getSpent() {
    Map<String, Spent> spent = new TreeMap<>();
    for (Use use : getUses()) {
      spent.merge(
          use.purpose(),
          new Spent(purpose(use.purpose()), 0, 0, 0, 0, BigDecimal.ZERO).and(use),
          (before, one) -> before.and(use));
    }
    return List.copyOf(spent.values());
  }

  /** Small sums to a hundredth of a cent. */
  public String dollars(BigDecimal cost) {
    int places = cost.compareTo(BigDecimal.ONE) < 0 ? 4 : 2;
    return "$" + cost.setScale(places, RoundingMode.HALF_UP).toPlainString();
  }

  public String counted(long tokens) {
    return String.format(Locale.US, "%,d", tokens);
  }

  /** What it was for, as people say it. */
  public String purpose(String word) {
    return word.equals("passages") ? "Passages for criteria in words" : "Trials";
  }
}
