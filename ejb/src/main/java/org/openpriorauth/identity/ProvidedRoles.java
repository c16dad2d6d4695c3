package org.openpriorauth.identity;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.openpriorauth.kernel.ErrorCode;
import org.openpriorauth.kernel.Problem;

/**
 * What a hospital's groups mean here: {@code group=LETTERS:role}, by semicolons. Letters are those
 * of the practice's request numbers, or {@code installation}. Where several of a person's groups
 * name the same practice, the entry that stands first counts.
 */
@ApplicationScoped
public class ProvidedRoles {
  /** The last equals sign parts: a directory's group may be {@code CN=Nurses,DC=hospital}. */
  private static final Pattern ENTRY =
      Pattern.compile("(.+)=\\s*([A-Z]{2,4}|installation):([a-z_]{1,40})");

  private static final Logger LOG = System.getLogger(ProvidedRoles.class.getName());

  @Inject
  @ConfigProperty(name = "openpriorauth.sign-on.roles")
  Optional<String> setting;

  /** Null as long as the setting cannot be read: then nobody is let in, and nothing is taken. */
  private List<Entry> entries;

  private record Entry(String group, String letters, String role) {}

  @PostConstruct
  void look() {
    try {
      read();
    } catch (IllegalArgumentException e) {
      LOG.log(Level.WARNING, e.getMessage());
    }
  }

  /**
   * @throws IllegalArgumentException naming the entry that cannot be read
   */
  public void read() {
    List<Entry> found = new ArrayList<>();
    for (String entry : setting.orElse("").split("[;\\n]")) {
      if (entry.isBlank()) {
        continue;
      }
      Matcher parts = ENTRY.matcher(entry.strip());
      if (!parts.matches()) {
        throw new IllegalArgumentException(
            "openpriorauth.sign-on.roles: not of the form group=LETTERS:role: " + entry.strip());
      }
      found.add(new Entry(parts.group(1).strip(), parts.group(2), parts.group(3)));
    }
    entries = List.copyOf(found);
  }

  /**
   * Role by practice's letters.
   *
   * @throws Problem SIGN_ON_OFF
   */
  Map<String, String> of(Set<String> groups) {
    if (entries == null) {
      throw Problem.of(ErrorCode.SIGN_ON_OFF);
    }
    Map<String, String> roles = new LinkedHashMap<>();
    for (Entry entry : entries) {
      if (groups.contains(entry.group())) {
        roles.putIfAbsent(entry.letters(), entry.role());
      }
    }
    return roles;
  }
}
