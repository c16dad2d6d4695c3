package org.openpriorauth.alerts;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.openpriorauth.notification.Mail;

/** What security officers are told by mail: which rules found something, and nobody's name. */
@ApplicationScoped
class AlertLetter {
  @Inject
  @ConfigProperty(name = "openpriorauth.public-url")
  Optional<String> publicUrl;

  /**
   * @param found how many new alerts, by rule
   */
  Mail found(String to, Map<Rule, Integer> found) {
    String lines =
        found.entrySet().stream()
            .map(e -> "  - " + e.getKey().title() + (e.getValue() > 1 ? ": " + e.getValue() : ""))
            .collect(Collectors.joining("\n"));
    return new Mail(
        "alert",
        to,
        found.size() == 1
            ? "OpenPriorAuth: " + found.keySet().iterator().next().title()
            : "OpenPriorAuth: alerts",
        """
        The audit trail shows what somebody should look at:

        %s

        Who it was and what to do is on the screen Alerts%s.
        """
            .formatted(lines, publicUrl.map(url -> ": " + url + "/app/alerts.xhtml").orElse("")));
  }
}
