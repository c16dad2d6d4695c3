package org.openpriorauth.container;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSConsumer;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.TextMessage;
import jakarta.jms.Topic;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.openpriorauth.container.outside.TestedEar;
import org.openpriorauth.kernel.Caller;
import org.openpriorauth.priorauth.PriorAuthService;
import org.openpriorauth.priorauth.model.CancelReason;

/** Other systems hear on the topic what happened, by ids and states alone. */
@ExtendWith(ArquillianExtension.class)
class EventsInContainer {
  private static final long PATIENCE_MS = 20_000;

  @Inject Clinics clinics;
  @Inject PriorAuthService requests;

  @Deployment
  static EnterpriseArchive ear() {
    return TestedEar.with(EventsInContainer.class.getPackage());
  }

  @Test
  @SuppressWarnings("BanJNDI") // the names are ours
  void eachLineOfTheTimelineIsAnnouncedWithoutPatientData() throws NamingException, JMSException {
    ConnectionFactory factory = InitialContext.doLookup("jms/openpriorauth");
    Topic topic = InitialContext.doLookup("jms/PriorAuthEvents");
    Caller caller = Clinics.staff(clinics.first());
    Caller other = Clinics.staff(clinics.second());
    try (JMSContext context = factory.createContext();
        JMSConsumer ours = context.createConsumer(topic, "clinic = '" + caller.clinic() + "'");
        JMSConsumer theirs = context.createConsumer(topic, "clinic = '" + other.clinic() + "'")) {
      PriorAuthService.RequestView made = clinics.request(caller);
      clinics.request(other);
      UUID id = made.id();
      requests.cancel(caller, id, made.version(), Optional.of(CancelReason.DUPLICATE));

      List<Told> told = told(ours, id);
      assertThat(told).extracting(Told::kind).contains("moved");
      assertThat(told).extracting(Told::state).endsWith("CANCELLED");
      for (Told one : told) {
        assertThat(one.text())
            .contains("\"id\"", "\"kind\"", "\"at\"")
            .doesNotContain("Inge")
            .doesNotContain("Container")
            .doesNotContain("1970-01-02")
            .doesNotContain("72148")
            .doesNotContain(made.order().patientId().toString());
      }
      for (Message message = theirs.receive(500); message != null; message = theirs.receive(500)) {
        assertThat(message.getBody(String.class)).doesNotContain(id.toString());
      }
    }
  }

  private record Told(String kind, String state, String text) {}

  /** What is announced of a request, up to its cancellation. */
  private static List<Told> told(JMSConsumer consumer, UUID request) throws JMSException {
    List<Told> told = new ArrayList<>();
    for (Message message = consumer.receive(PATIENCE_MS);
        message != null;
        message = consumer.receive(PATIENCE_MS)) {
      if (message instanceof TextMessage text && text.getText().contains(request.toString())) {
        String state = text.getStringProperty("state");
        told.add(new Told(text.getStringProperty("kind"), state, text.getText()));
        if ("CANCELLED".equals(state)) {
          return told;
        }
      }
    }
    return told;
  }
}
