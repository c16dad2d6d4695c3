package org.openpriorauth.chart.s3;

import java.net.URI;
import javax.net.ssl.TrustManager;
import org.openpriorauth.outward.Outward;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.http.urlconnection.ProxyConfiguration;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3ClientBuilder;
import software.amazon.awssdk.services.s3.S3Configuration;

/** The service as the settings describe it. */
final class S3Connection {
  private S3Connection() {}

  /** Asks nobody yet. */
  static S3Client to(S3Settings settings, Outward outward) {
    S3ClientBuilder client =
        S3Client.builder()
            .region(Region.of(settings.region()))
            .credentialsProvider(credentials(settings))
            .forcePathStyle(settings.pathStyle())
            // We send a checksum of our own. What the library would add comes in pieces, with a
            // trailer, which older services take for the content.
            .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
            .serviceConfiguration(
                S3Configuration.builder()
                    .chunkedEncodingEnabled(false)
                    .expectContinueEnabled(false)
                    .build())
            .httpClient(
                UrlConnectionHttpClient.builder()
                    .connectionTimeout(settings.connect())
                    .socketTimeout(settings.answer())
                    .tlsTrustManagersProvider(() -> new TrustManager[] {outward.trust()})
                    .proxyConfiguration(proxy(settings, outward))
                    .build())
            .overrideConfiguration(
                limits ->
                    limits
                        .apiCallTimeout(settings.call())
                        .retryStrategy(
                            AwsRetryStrategy.standardRetryStrategy().toBuilder()
                                .maxAttempts(settings.attempts())
                                .build()));
    settings.endpoint().ifPresent(client::endpointOverride);
    return client.build();
  }

  /** By itself the library reads the JVM's settings and the environment. */
  private static ProxyConfiguration proxy(S3Settings settings, Outward outward) {
    ProxyConfiguration.Builder proxy = ProxyConfiguration.builder();
    URI there =
        settings
            .endpoint()
            .orElseGet(() -> URI.create("https://s3." + settings.region() + ".amazonaws.com"));
    if (outward.proxyHost().isPresent()) {
      proxy.useSystemPropertyValues(false).useEnvironmentVariablesValues(false);
    }
    outward.proxyOf(there).ifPresent(proxy::endpoint);
    return proxy.build();
  }

  private static AwsCredentialsProvider credentials(S3Settings settings) {
    return settings
        .keys()
        .<AwsCredentialsProvider>map(
            keys ->
                StaticCredentialsProvider.create(
                    AwsBasicCredentials.create(keys.access(), keys.secret())))
        .orElseGet(() -> DefaultCredentialsProvider.builder().build());
  }
}
