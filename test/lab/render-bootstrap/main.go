// Renders kubeadm configurations as the bootstrap provider does: one configuration a line comes in as JSON,
// and one line goes out with what a machine is told when it starts, or with what is wrong with it.
package main

import (
	"bufio"
	"encoding/json"
	"os"

	"github.com/blang/semver/v4"
	bootstrapv1 "sigs.k8s.io/cluster-api/api/bootstrap/kubeadm/v1beta2"
	"sigs.k8s.io/cluster-api/bootstrap/kubeadm/internal/cloudinit"
	"sigs.k8s.io/cluster-api/bootstrap/kubeadm/internal/ignition"
	kubeadm "sigs.k8s.io/cluster-api/bootstrap/kubeadm/types"
	"sigs.k8s.io/cluster-api/bootstrap/kubeadm/types/upstream"
)

type result struct {
	// Text for cloud-init.
	Text string `json:"text,omitempty"`
	// Configuration for Ignition.
	Config   json.RawMessage `json:"config,omitempty"`
	Warnings string          `json:"warnings,omitempty"`
	Error    string          `json:"error,omitempty"`
}

var release = semver.MustParse("1.32.4")

func main() {
	lines := bufio.NewScanner(os.Stdin)
	lines.Buffer(nil, 1<<24)
	out := json.NewEncoder(os.Stdout)
	for lines.Scan() {
		one, err := render(lines.Bytes())
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

func render(line []byte) (result, error) {
	var spec bootstrapv1.KubeadmConfigSpec
	if err := json.Unmarshal(line, &spec); err != nil {
		return result{}, err
	}
	data := cloudinit.BaseUserData{
		AdditionalFiles:     spec.Files,
		BootCommands:        spec.BootCommands,
		PreKubeadmCommands:  spec.PreKubeadmCommands,
		PostKubeadmCommands: spec.PostKubeadmCommands,
		Users:               spec.Users,
		Mounts:              spec.Mounts,
		KubernetesVersion:   release,
	}
	if spec.NTP.IsDefined() {
		data.NTP = &spec.NTP
	}
	if spec.DiskSetup.IsDefined() {
		data.DiskSetup = &spec.DiskSetup
	}
	join, err := kubeadm.MarshalJoinConfigurationForVersion(&spec.JoinConfiguration, release)
	if err != nil {
		return result{}, err
	}
	if spec.Format == bootstrapv1.Ignition {
		config, warnings, err := ignition.NewNode(&ignition.NodeInput{
			NodeInput: &cloudinit.NodeInput{BaseUserData: data, JoinConfiguration: join},
			Ignition:  &spec.Ignition,
		})
		return result{Config: config, Warnings: warnings}, err
	}
	if !spec.ClusterConfiguration.IsDefined() {
		text, err := cloudinit.NewNode(&cloudinit.NodeInput{BaseUserData: data, JoinConfiguration: join})
		return result{Text: string(text)}, err
	}
	cluster, err := kubeadm.MarshalClusterConfigurationForVersion(&spec.ClusterConfiguration, release, &upstream.AdditionalData{})
	if err != nil {
		return result{}, err
	}
	init, err := kubeadm.MarshalInitConfigurationForVersion(&spec.InitConfiguration, release)
	if err != nil {
		return result{}, err
	}
	text, err := cloudinit.NewInitControlPlane(&cloudinit.ControlPlaneInput{
		BaseUserData:         data,
		ClusterConfiguration: cluster,
		InitConfiguration:    init,
	})
	return result{Text: string(text)}, err
}
