// Renders kubeadm configurations as the bootstrap provider does for Ignition: one configuration a line
// comes in as JSON, and one line goes out with the rendered text, or with what is wrong with it.
package main

import (
	"bufio"
	"encoding/json"
	"os"

	bootstrapv1 "sigs.k8s.io/cluster-api/api/bootstrap/kubeadm/v1beta2"
	"sigs.k8s.io/cluster-api/bootstrap/kubeadm/internal/cloudinit"
	"sigs.k8s.io/cluster-api/bootstrap/kubeadm/internal/ignition"
)

type result struct {
	Config   json.RawMessage `json:"config,omitempty"`
	Warnings string          `json:"warnings,omitempty"`
	Error    string          `json:"error,omitempty"`
}

func main() {
	lines := bufio.NewScanner(os.Stdin)
	lines.Buffer(nil, 1<<24)
	out := json.NewEncoder(os.Stdout)
	for lines.Scan() {
		config, warnings, err := render(lines.Bytes())
		one := result{Config: config, Warnings: warnings}
		if err != nil {
			one = result{Error: err.Error()}
		}
		if err := out.Encode(one); err != nil {
			panic(err)
		}
	}
	if err := lines.Err(); err != nil {
		panic(err)
	}
}

func render(line []byte) ([]byte, string, error) {
	var spec bootstrapv1.KubeadmConfigSpec
	if err := json.Unmarshal(line, &spec); err != nil {
		return nil, "", err
	}
	data := cloudinit.BaseUserData{
		AdditionalFiles:     spec.Files,
		PreKubeadmCommands:  spec.PreKubeadmCommands,
		PostKubeadmCommands: spec.PostKubeadmCommands,
		Users:               spec.Users,
		Mounts:              spec.Mounts,
	}
	if spec.NTP.IsDefined() {
		data.NTP = &spec.NTP
	}
	if spec.DiskSetup.IsDefined() {
		data.DiskSetup = &spec.DiskSetup
	}
	return ignition.NewNode(&ignition.NodeInput{
		NodeInput: &cloudinit.NodeInput{BaseUserData: data, JoinConfiguration: "kind: JoinConfiguration"},
		Ignition:  &spec.Ignition,
	})
}
