package org.openpriorauth.alerts;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.openpriorauth.alerts.model.AlertRepository;
import org.openpriorauth.alerts.model.Suspicion;
import org.openpriorauth.kernel.Audited;
import org.openpriorauth.kernel.Caller;
import org.openpriorauth.kernel.ClinicId;
import org.openpriorauth.notification.Mails;

/**
 * Where alerts are raised, in the transaction of who raises them: what is suspicious by itself the
 * moment it is done, the rest when it is found.
 */
@ApplicationScoped
public class Alerts {
  private static final Map<String, Rule> AT_ONCE =
      Map.of("emergency.open", Rule.EMERGENCY, "session.stolen", Rule.SESSION_STOLEN);

  @Inject AlertRepository alerts;
  @Inject AlertLetter letter;
  @Inject Mails mails;
  @Inject Clock clock;

  /** What needs no rule beyond its own line in the trail. */
  void atOnce(@Observes Audited event) {
    Rule rule = AT_ONCE.get(event.action());
    if (rule != null) {
      Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
      Suspicion found =
          new Suspicion(
              event.subjectId().toString(),
              event.caller().actor(),
              event.caller().origin().address(),
              event.subjectId(),
              now,
              now,
              1);
      raise(event.caller().clinic(), Map.of(rule, List.of(found)));
    }
  }

  /** Notes what was found; of what is new, those who can close an alert hear by mail. */
  void raise(ClinicId clinic, Map<Rule, List<Suspicion>> found) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    Map<Rule, Integer> fresh = new EnumMap<>(Rule.class);
    found.forEach(
        (rule, suspicions) -> {
          for (Suspicion suspicion : suspicions) {
            if (alerts.note(clinic, rule.word(), suspicion, Caller.SYSTEM, now)) {
              fresh.merge(rule, 1, Integer::sum);
            }
          }
        });
    if (!fresh.isEmpty()) {
      alerts.watchers(clinic).forEach(to -> mails.add(clinic, letter.found(to, fresh)));
    }
  }
}
