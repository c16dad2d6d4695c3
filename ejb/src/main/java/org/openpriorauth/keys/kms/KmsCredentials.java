package org.openpriorauth.keys.kms;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.openpriorauth.keys.MasterKeyException;

/** Who asks KMS: our own settings, or else the variables that AWS's tools use. */
@ApplicationScoped
public class KmsCredentials {
  private static final String ACCESS_KEY = "openpriorauth.keys.kms.access-key";
  private static final String SECRET_KEY = "openpriorauth.keys.kms.secret-key";

  @Inject
  @ConfigProperty(name = ACCESS_KEY)
  Optional<String> accessKey;

  @Inject
  @ConfigProperty(name = SECRET_KEY)
  Optional<String> secretKey;

  @Inject
  @ConfigProperty(name = "openpriorauth.keys.kms.session-token")
  Optional<String> sessionToken;

  @Inject
  @ConfigProperty(name = "AWS_ACCESS_KEY_ID")
  Optional<String> awsAccessKey;

  @Inject
  @ConfigProperty(name = "AWS_SECRET_ACCESS_KEY")
  Optional<String> awsSecretKey;

  @Inject
  @ConfigProperty(name = "AWS_SESSION_TOKEN")
  Optional<String> awsSessionToken;

  String accessKey() {
    return accessKey
        .or(() -> awsAccessKey)
        .orElseThrow(() -> new MasterKeyException(ACCESS_KEY + " is not set."));
  }

  String secretKey() {
    return (accessKey.isPresent() ? secretKey : awsSecretKey)
        .orElseThrow(() -> new MasterKeyException(SECRET_KEY + " is not set."));
  }

  Optional<String> sessionToken() {
    return accessKey.isPresent() ? sessionToken : awsSessionToken;
  }
}
