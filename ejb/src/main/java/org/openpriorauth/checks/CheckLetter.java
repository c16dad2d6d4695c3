package org.openpriorauth.checks;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.openpriorauth.notification.Mail;

/** What security officers are told by mail: which checks, and not what they found. */
@ApplicationScoped
class CheckLetter {
  @Inject
  @ConfigProperty(name = "openpriorauth.public-url")
  Optional<String> publicUrl;

  Mail failing(String to, List<Topic> failing) {
    String lines =
        failing.stream().map(topic -> "  - " + topic.title()).collect(Collectors.joining("\n"));
    return new Mail(
        "checks",
        to,
        "OpenPriorAuth: "
            + (failing.size() == 1 ? "a check fails" : failing.size() + " checks fail"),
        """
        Since last night these checks fail:

        %s

        What was found and what to do is on the screen Checks%s.
        """
            .formatted(lines, publicUrl.map(url -> ": " + url + "/app/checks.xhtml").orElse("")));
  }
}
