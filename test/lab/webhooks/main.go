// Answers the API server as the webhooks of an infrastructure provider do, without its controllers and the cloud's
// libraries that they need. Which provider it is, its build tag says.
package main

import (
	"flag"
	"os"

	"k8s.io/apimachinery/pkg/runtime"
	ctrl "sigs.k8s.io/controller-runtime"
	"sigs.k8s.io/controller-runtime/pkg/log/zap"
	metrics "sigs.k8s.io/controller-runtime/pkg/metrics/server"
	"sigs.k8s.io/controller-runtime/pkg/webhook"
)

// hook is a webhook of a kind.
type hook interface {
	SetupWebhookWithManager(ctrl.Manager) error
}

func main() {
	port := flag.Int("webhook-port", 9443, "port of the webhooks")
	certificates := flag.String("webhook-cert-dir", "", "folder with their certificate")
	health := flag.String("health-addr", "127.0.0.1:9440", "address that says whether they answer")
	flag.Parse()
	ctrl.SetLogger(zap.New(zap.WriteTo(os.Stderr)))

	scheme := runtime.NewScheme()
	for _, add := range types {
		must(add(scheme))
	}
	manager, err := ctrl.NewManager(ctrl.GetConfigOrDie(), ctrl.Options{
		Scheme:                 scheme,
		Metrics:                metrics.Options{BindAddress: "0"},
		HealthProbeBindAddress: *health,
		WebhookServer: webhook.NewServer(webhook.Options{
			Host:    "127.0.0.1",
			Port:    *port,
			CertDir: *certificates,
		}),
	})
	must(err)
	for _, one := range hooks {
		must(one.SetupWebhookWithManager(manager))
	}
	must(manager.AddReadyzCheck("webhooks", manager.GetWebhookServer().StartedChecker()))
	must(manager.Start(ctrl.SetupSignalHandler()))
}

func must(err error) {
	if err != nil {
		panic(err)
	}
}
