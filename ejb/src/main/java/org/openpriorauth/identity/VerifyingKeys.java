package org.openpriorauth.identity;

import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.util.Base64URL;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.text.ParseException;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.openpriorauth.kernel.TokenKeys;

/** The keys under which the container accepts tokens. */
@ApplicationScoped
public class VerifyingKeys {
  @Inject
  @ConfigProperty(name = "openpriorauth.token.public-key")
  Optional<String> pems;

  private Set<String> kids;

  @PostConstruct
  void read() {
    kids = pems.map(TokenKeys::kids).orElse(Set.of());
  }

  /** Whether a token names one of them; whether it is signed by it the container knows. */
  public boolean named(String token) {
    try {
      String header = token.substring(0, Math.max(token.indexOf('.'), 0));
      return kids.contains(JWSHeader.parse(new Base64URL(header)).getKeyID());
    } catch (ParseException | IllegalArgumentException e) {
      return false;
    }
  }
}
