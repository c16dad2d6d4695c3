package org.openpriorauth.identity.oidc;

import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.openpriorauth.identity.IdentityProvider.Shown;

/**
 * What stands in a token that was found good, or in the provider's answer about a person. Its words
 * come from another system: they are cut to what fits and hold nothing invisible.
 */
final class Claims {
  private static final Pattern INVISIBLE = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}]");
  private static final int MOST_LETTERS = 200;

  private final Map<String, Object> claims;
  private final SignOnSettings settings;

  Claims(Map<String, Object> claims, SignOnSettings settings) {
    this.claims = claims;
    this.settings = settings;
  }

  /** Whether nothing more need be asked about the person. */
  boolean complete() {
    return text("email") != null && sayGroups();
  }

  /** Whether there are too many groups for a token, so that it names another place (Entra ID). */
  boolean groupsElsewhere() {
    return !sayGroups() && (claims.containsKey("_claim_names") || claims.containsKey("hasgroups"));
  }

  /** Whether there is a word about groups, be it that there are none. */
  boolean sayGroups() {
    return at(settings.groupsClaim()) != null;
  }

  Shown shown(String issuer, String subject, Instant issuedAt) {
    return new Shown(
        issuer,
        subject,
        text("preferred_username"),
        text("email"),
        Boolean.parseBoolean(String.valueOf(claims.get("email_verified"))),
        text("name"),
        words(at(settings.groupsClaim())),
        factor(),
        session(),
        issuedAt);
  }

  /** Exactly as it stands there: it is compared, and never shown. */
  private String session() {
    return claims.get("sid") instanceof String session && !session.isEmpty() ? session : null;
  }

  private boolean factor() {
    if (settings.factor().contains("always")) {
      return true;
    }
    Set<String> shown = words(claims.get("amr"));
    shown.addAll(words(claims.get("acr")));
    return settings.factor().stream().anyMatch(shown::contains);
  }

  private Object at(List<String> path) {
    Object found = claims;
    for (String step : path) {
      found = found instanceof Map<?, ?> inside ? inside.get(step) : null;
    }
    return found;
  }

  private String text(String claim) {
    if (!(claims.get(claim) instanceof String value)) {
      return null;
    }
    String plain = INVISIBLE.matcher(value).replaceAll("").strip();
    return plain.isEmpty() ? null : plain.substring(0, Math.min(plain.length(), MOST_LETTERS));
  }

  private static Set<String> words(Object value) {
    Set<String> words = new LinkedHashSet<>();
    if (value instanceof Collection<?> several) {
      several.forEach(each -> words.add(String.valueOf(each)));
    } else if (value instanceof String one) {
      words.add(one);
    }
    return words;
  }
}
