package org.openpriorauth.network;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.concurrent.TimeUnit;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.impl.routing.SystemDefaultRoutePlanner;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.apache.hc.core5.http.HttpEntity;
import org.openpriorauth.outward.Outward;

/**
 * How the systems that clinics name are connected to: at the very addresses that were found
 * permitted, once a call, and nowhere that an answer points to. Nothing is repeated here: whether
 * the other side has a request already is not for a connection to guess.
 */
public final class Connections {
  private static final int AT_ONE_PLACE = 20;
  private static final int IN_ALL = 200;

  private Connections() {}

  /**
   * @param answerSeconds between two bytes of an answer; who calls ends the whole of it
   */
  public static CloseableHttpClient client(
      Outbound outbound, Outward outward, long connectSeconds, long answerSeconds) {
    ConnectionConfig line =
        ConnectionConfig.custom()
            .setConnectTimeout(connectSeconds, TimeUnit.SECONDS)
            .setSocketTimeout((int) answerSeconds, TimeUnit.SECONDS)
            .build();
    RequestConfig call =
        RequestConfig.custom()
            .setConnectionRequestTimeout(connectSeconds, TimeUnit.SECONDS)
            .setResponseTimeout(answerSeconds, TimeUnit.SECONDS)
            .build();
    return HttpClients.custom()
        .setConnectionManager(
            PoolingHttpClientConnectionManagerBuilder.create()
                .setDnsResolver(resolver(outbound, outward))
                .setTlsSocketStrategy(new DefaultClientTlsStrategy(outward.tls()))
                .setDefaultConnectionConfig(line)
                .setMaxConnPerRoute(AT_ONE_PLACE)
                .setMaxConnTotal(IN_ALL)
                .build())
        .setDefaultRequestConfig(call)
        .setRoutePlanner(new SystemDefaultRoutePlanner(outward.proxies()))
        .setConnectionReuseStrategy((request, response, context) -> false)
        .setUserAgent("OpenPriorAuth")
        .disableAutomaticRetries()
        .disableRedirectHandling()
        .disableContentCompression()
        .disableCookieManagement()
        .disableAuthCaching()
        .build();
  }

  /**
   * An answer's body, nothing if it has none.
   *
   * @param most in bytes
   * @throws IOException if it is longer, or breaks off
   */
  public static byte[] read(HttpEntity entity, int most) throws IOException {
    try (InputStream in = entity == null ? InputStream.nullInputStream() : entity.getContent()) {
      byte[] body = in.readNBytes(most + 1);
      if (body.length > most) {
        throw new IOException("The answer is longer than is read.");
      }
      return body;
    }
  }

  /** The proxy is the site's own choice; beyond it, names are looked up by the proxy. */
  private static DnsResolver resolver(Outbound outbound, Outward outward) {
    return new DnsResolver() {
      @Override
      public InetAddress[] resolve(String host) throws UnknownHostException {
        if (outward.proxyHost().filter(host::equalsIgnoreCase).isPresent()) {
          return InetAddress.getAllByName(host);
        }
        return outbound.addresses(host).toArray(InetAddress[]::new);
      }

      @Override
      public String resolveCanonicalHostname(String host) {
        return host;
      }
    };
  }
}
