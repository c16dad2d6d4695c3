package org.openpriorauth.tracking.jms;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.jms.Connection;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSException;
import jakarta.jms.Session;
import jakarta.jms.TextMessage;
import jakarta.jms.Topic;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Map;
import java.util.UUID;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import org.openpriorauth.operations.jms.Queues;
import org.openpriorauth.tracking.EventTopic;
import org.openpriorauth.tracking.TimelineService.Line;
import org.openpriorauth.wire.json.Json;

/** Events as JSON, with clinic, kind and state as properties for selectors. */
@ApplicationScoped
public class JmsEventTopic implements EventTopic {
  private static final Logger LOG = System.getLogger(JmsEventTopic.class.getName());

  @Override
  @SuppressWarnings("BanJNDI") // the names are ours
  public boolean announce(Line line, UUID clinic) {
    try {
      ConnectionFactory factory = InitialContext.doLookup(Queues.CONNECTION_FACTORY);
      Topic topic = InitialContext.doLookup(Queues.EVENTS);
      try (Connection connection = factory.createConnection();
          Session session = connection.createSession(false, Session.AUTO_ACKNOWLEDGE)) {
        TextMessage message = session.createTextMessage(body(line));
        message.setStringProperty("clinic", clinic.toString());
        message.setStringProperty("kind", line.kind());
        if (line.detail().get("after") instanceof String state) {
          message.setStringProperty("state", state);
        }
        session.createProducer(topic).send(message);
      }
      return true;
    } catch (JMSException | NamingException e) {
      LOG.log(Level.WARNING, "event not announced, again later eventId=" + line.id(), e);
      return false;
    }
  }

  private static String body(Line line) {
    return Json.text(
        Map.of(
            "id", line.id().toString(),
            "prior_authorization_id", line.request().toString(),
            "kind", line.kind(),
            "at", line.at().toString(),
            "detail", line.detail()));
  }
}
