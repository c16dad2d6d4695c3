package org.openpriorauth.story;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Properties;
import java.util.function.Consumer;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.openpriorauth.kernel.TokenKeys;

/** Tokens that no door may open for, each made from a good one by changing one thing. */
final class Tokens {
  private Tokens() {}

  /** What is wrong with each, and the token. */
  static Map<String, String> bad(String username) {
    Api.Answer signedIn = Api.signIn(username, Api.password());
    String good = signedIn.text("access_token");
    Map<String, String> bad = new LinkedHashMap<>();
    bad.put("nonsense", "nonsense");
    bad.put("a refresh token", signedIn.text("refresh_token"));
    bad.put("unsigned", unsigned(good));
    bad.put("claims changed under the old signature", forged(good));
    bad.put("signed by somebody else", signed(good, somebodysKey(), claims -> {}));
    bad.put("signed by the key before, under the name of this one", misnamed(good));
    bad.put("of a key whose name leads elsewhere", named(good, "../../../../dev/null"));
    bad.put("of a key whose name asks the database", named(good, "' or '1'='1"));
    bad.put("signed with the public key as a password", signedWithThePublicKey(good));
    bad.put("expired an hour ago", expired(good));
    bad.put("without an end", resigned(good, claims -> claims.remove("exp")));
    bad.put("of another issuer", ofIssuer(good, "https://neighbour.example.org"));
    bad.put("for another audience", resigned(good, c -> c.put("aud", "https://pharmacy.example")));
    bad.put("for nobody", resigned(good, claims -> claims.remove("aud")));
    bad.put("of no session", resigned(good, claims -> claims.remove("sid")));
    bad.put("of no clinic", resigned(good, claims -> claims.remove("clinic")));
    return bad;
  }

  private static String misnamed(String good) {
    return signed(good, key("former-private-key"), claims -> {});
  }

  private static String named(String good, String kid) {
    return signed(good, somebodysKey(), kid, claims -> {});
  }

  /** The claims as they are, under the system's own key: as good as the one it is made from. */
  static String resigned(String good) {
    return resigned(good, claims -> {});
  }

  private static String expired(String good) {
    long then = Instant.now().getEpochSecond() - 3600;
    return resigned(good, claims -> claims.put("iat", then - 900).put("exp", then));
  }

  private static String ofIssuer(String good, String issuer) {
    return resigned(good, claims -> claims.put("iss", issuer));
  }

  /** Under the key that signed before the one that signs now, with its name. */
  static String ofFormerKey(String good) {
    PrivateKey former = key("former-private-key");
    return signed(good, former, kid(former), claims -> {});
  }

  private static String resigned(String good, Consumer<ObjectNode> change) {
    return signed(good, key("private-key"), change);
  }

  /** With the name of the key that signs now: a stranger's signature claims it too. */
  private static String signed(String good, PrivateKey key, Consumer<ObjectNode> change) {
    return signed(good, key, kid(key("private-key")), change);
  }

  private static String kid(PrivateKey of) {
    RSAPrivateCrtKey key = (RSAPrivateCrtKey) of;
    return TokenKeys.kid(key.getModulus(), key.getPublicExponent());
  }

  private static String signed(
      String good, PrivateKey key, String kid, Consumer<ObjectNode> change) {
    ObjectNode claims = claims(good);
    change.accept(claims);
    String header =
        Api.JSON
            .createObjectNode()
            .put("alg", "RS256")
            .put("typ", "JWT")
            .put("kid", kid)
            .toString();
    String signed = encoded(header) + "." + encoded(claims.toString());
    try {
      Signature signature = Signature.getInstance("SHA256withRSA");
      signature.initSign(key);
      signature.update(signed.getBytes(StandardCharsets.US_ASCII));
      return signed + "." + encoded(signature.sign());
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }

  /** The claims as they are, and the algorithm "none". */
  static String unsigned(String good) {
    return encoded("{\"alg\":\"none\",\"typ\":\"JWT\"}") + "." + good.split("\\.")[1] + ".";
  }

  /** Another clinic in the claims, under the old signature. */
  private static String forged(String good) {
    String[] parts = good.split("\\.");
    String claims = claims(good).toString().replace("000000000001", "000000000002");
    return parts[0] + "." + encoded(claims) + "." + parts[2];
  }

  /** Everybody knows the public key; who lets the token choose the algorithm takes this one. */
  private static String signedWithThePublicKey(String good) {
    return signedWith(good, secret("public-key"));
  }

  /** As who knows a word that is no key of the signer's. */
  static String signedWith(String good, String word) {
    String signed = encoded("{\"alg\":\"HS256\",\"typ\":\"JWT\"}") + "." + good.split("\\.")[1];
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(word.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      return signed + "." + encoded(mac.doFinal(signed.getBytes(StandardCharsets.US_ASCII)));
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }

  private static PrivateKey somebodysKey() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(2048);
      return generator.generateKeyPair().getPrivate();
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }

  private static PrivateKey key(String name) {
    String base64 = secret(name).replaceAll("-----[A-Z ]+-----|\\s", "");
    try {
      return KeyFactory.getInstance("RSA")
          .generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(base64)));
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }

  /** The launcher tells nobody its keys; a story reads them where a site's vault would be. */
  private static String secret(String name) {
    Properties secrets = new Properties();
    try (Reader in =
        Files.newBufferedReader(
            Stack.system().settings().home().resolve("secrets/secrets.properties"))) {
      secrets.load(in);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    return secrets.getProperty(name);
  }

  /** What a token says, whoever signed it. */
  static ObjectNode claims(String token) {
    byte[] json = Base64.getUrlDecoder().decode(token.split("\\.")[1]);
    try {
      return (ObjectNode) Api.JSON.readTree(new String(json, StandardCharsets.UTF_8));
    } catch (JsonProcessingException e) {
      throw new AssertionError(e);
    }
  }

  private static String encoded(String text) {
    return encoded(text.getBytes(StandardCharsets.UTF_8));
  }

  private static String encoded(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
