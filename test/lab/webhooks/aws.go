//go:build aws

package main

import (
	"k8s.io/apimachinery/pkg/runtime"
	"sigs.k8s.io/cluster-api-provider-aws/v2/api/v1beta1"
	"sigs.k8s.io/cluster-api-provider-aws/v2/api/v1beta2"
	"sigs.k8s.io/cluster-api-provider-aws/v2/feature"
	"sigs.k8s.io/cluster-api-provider-aws/v2/webhooks"
)

var types = []func(*runtime.Scheme) error{v1beta1.AddToScheme, v1beta2.AddToScheme}

var hooks = []hook{
	&webhooks.AWSCluster{},
	&webhooks.AWSClusterControllerIdentity{},
	&webhooks.AWSClusterRoleIdentity{},
	&webhooks.AWSClusterStaticIdentity{},
	&webhooks.AWSClusterTemplate{},
	&webhooks.AWSMachine{},
	&webhooks.AWSMachineTemplate{},
}

func init() {
	must(feature.MutableGates.Set("BootstrapFormatIgnition=true"))
}
